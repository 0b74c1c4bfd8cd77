dossierSearch("d-18",[[144,"actors/dmitry-bokarev.html","Dmitry Bokarev",5,"","Political observer","Political observer and author of the article that this dossier retells.",""],[149,"countries/armenia.html","Armenia",3,"","","Member of the CSTO at the date of the article.",""]])
<!-- dossier: search/en/d-18.js -->

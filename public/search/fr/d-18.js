dossierSearch("d-18",[[144,"actors/dmitry-bokarev.html","Dmitri Bokarev",5,"","Observateur politique","Observateur politique, auteur de l’article que restitue ce dossier.",""],[149,"countries/armenia.html","Arménie",3,"","","Membre de l’OTSC à la date de l’article.",""]])
<!-- dossier: search/fr/d-18.js -->

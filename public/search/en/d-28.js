dossierSearch("d-28",[[229,"actors/csto-foreign-ministers.html","CSTO foreign ministers",5,"","","The foreign ministers of the CSTO’s member states, who, the article recalls, met in Bishkek in May 2019.",""]])
<!-- dossier: search/en/d-28.js -->

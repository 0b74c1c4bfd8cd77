dossierSearch("d-28",[[229,"actors/csto-foreign-ministers.html","Ministres des Affaires étrangères de l’OTSC",5,"","","Les ministres des Affaires étrangères des États membres de l’OTSC qui, rappelle l’article, se sont réunis à Bichkek en mai 2019.",""]])
<!-- dossier: search/fr/d-28.js -->

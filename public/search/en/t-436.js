dossierSearch("t-436","Aжурнал nd ")

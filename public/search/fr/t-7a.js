dossierSearch("t-7a","Azon rf ")

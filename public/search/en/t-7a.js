dossierSearch("t-7a","Azone sf ")

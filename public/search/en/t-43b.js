dossierSearch("t-43b","Aликвидации -zB ")

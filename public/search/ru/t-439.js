dossierSearch("t-439","Aй 0qB ")

dossierSearch("t-77","Awithdrawal va ")

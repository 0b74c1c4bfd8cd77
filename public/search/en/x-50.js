dossierSearch("x-50",[])

dossierSearch("x-41",[])

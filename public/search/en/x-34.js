dossierSearch("x-34",[])

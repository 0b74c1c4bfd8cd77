dossierSearch("d-34",[])

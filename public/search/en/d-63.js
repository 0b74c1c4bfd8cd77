dossierSearch("d-63",[])

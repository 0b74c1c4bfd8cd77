dossierSearch("d-41",[])

dossierSearch("d-9",[])

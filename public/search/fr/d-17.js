dossierSearch("d-17",[])

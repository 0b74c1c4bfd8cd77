dossierSearch("d-50",[])

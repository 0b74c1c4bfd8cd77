dossierSearch("d-15",[])

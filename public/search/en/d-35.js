dossierSearch("d-35",[])

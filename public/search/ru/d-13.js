dossierSearch("d-13",[])

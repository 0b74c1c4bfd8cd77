dossierSearch("d-47",[])

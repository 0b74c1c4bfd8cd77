dossierSearch("d-48",[])

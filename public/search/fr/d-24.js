dossierSearch("d-24",[])

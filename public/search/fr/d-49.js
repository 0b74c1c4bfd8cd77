dossierSearch("d-49",[])

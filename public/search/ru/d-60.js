dossierSearch("d-60",[])

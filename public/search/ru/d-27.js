dossierSearch("d-27",[])

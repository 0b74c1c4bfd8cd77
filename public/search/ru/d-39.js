dossierSearch("d-39",[])

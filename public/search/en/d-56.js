dossierSearch("d-56",[])

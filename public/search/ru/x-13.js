dossierSearch("x-13",[])

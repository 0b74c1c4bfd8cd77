dossierSearch("x-9",[])

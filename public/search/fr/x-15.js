dossierSearch("x-15",[])

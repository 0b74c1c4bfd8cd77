dossierSearch("x-17",[])

dossierSearch("x-35",[])

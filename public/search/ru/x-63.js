dossierSearch("x-63",[])

dossierSearch("x-48",[])

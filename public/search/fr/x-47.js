dossierSearch("x-47",[])

dossierSearch("x-27",[])

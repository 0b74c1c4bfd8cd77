dossierSearch("t-43b","Aликвидации _zB ")

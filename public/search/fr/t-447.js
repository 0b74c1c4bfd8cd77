dossierSearch("t-447","Aчасти -X ")

dossierSearch("t-447","Aчасти _X ")

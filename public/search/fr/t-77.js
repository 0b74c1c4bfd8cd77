dossierSearch("t-77","Awashington qW8DsZ5H Beb xF Bithdrawal va ")

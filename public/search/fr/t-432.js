dossierSearch("t-432","Aв 3QnIvI Bануату n6B H= n6B Bенесуэла vtB J= vtB Bладимир vZ I_путин= vZ Bоенная 3qBH Fого vsB Cкруг nD Cоружений -M Cсточное nd Bыход va F_сша_из_договора_о_рсмд= va ")
<!-- dossier: search/fr/t-432.js -->

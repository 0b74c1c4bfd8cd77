dossierSearch("t-37","A7 7HyDrQvOhR5B B5 3tB C_я_годовщина_победы= 3tB Ce kfvO9G D_anniversair_de_la_victoir= 3tB Cth 3tB E_anniversary_of_the_victory= 3tB B_я_военная_база= 3qB Be 3qBqID C_bas_militair= 3qB Bth 3qB D_military_bas= 3qB ")
<!-- dossier: search/fr/t-37.js -->

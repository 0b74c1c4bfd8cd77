dossierSearch("t-37","A7 7HzDrQvOhR5B B5 3tB C_я_годовщина_победы= 3tB Ce 3tB D_anniversair_de_la_victoir= 3tB Cth kfvO9G E_anniversari_of_the_victori= 3tB B_я_военная_база= 3qB Be 3qB C_base_militair= 3qB Bth 3qBqID D_militari_base= 3qB ")
<!-- dossier: search/en/t-37.js -->

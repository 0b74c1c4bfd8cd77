dossierSearch("t-76","Avanuatu izBD3G H= n6B Benezuela vtByFxI J= vtB Cri jS Bictim 92B Eoir 3tB Fri xFsZvO_GrJ H_day= 3tB Cew xFyQrYjEyIjC Csant -M Bladimir tHjEyKuCP2FG-K8BlB9GrGxC I_poutin= vZ Kutin= vZ Boa 7TiS Cic zFh2B ")
<!-- dossier: search/en/t-76.js -->

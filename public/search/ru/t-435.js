dossierSearch("t-435","Aе 8C9BzGFmEkGmBtB8CkC8CyEE8DE2CyFG-BVf9DR1BD Bвроп 7TiS6M Bг -EVdlBzDmBkBsCsBzBsFUlCVkCUkB-KrC8EjD7DR6BE Bдинств lD3BRkFqL0N Bм kkB Bсл zFjHkX0G8S Cт sBjKrQzf7B Bщ vBrDrCTsKE7CLsCmGuOzFlBsFtDC ")
<!-- dossier: search/ru/t-435.js -->

"""The address of the home page."""

from django.urls import path

from goldenthread.home.views import ShowHomeView

urlpatterns = [path("", ShowHomeView.as_view(), name="home")]

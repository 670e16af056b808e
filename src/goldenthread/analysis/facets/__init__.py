"""Many-facet rating-scale model: the child's circumstances, or who looked?"""
